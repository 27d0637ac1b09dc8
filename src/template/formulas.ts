/**
 * What a cell of a blank list is checked by while it is typed, as Excel and WPS know it. A formula of a data validation
 * may hold 255 characters and no array constants; places in a text are counted by INDIRECT, since a plain reference such
 * as ROW($1:$17) is bent by whoever inserts a row above it.
 */

/** A resident's number: 18 characters, a day that exists, and the check digit that follows from the first 17. */
export function idNumberFormula(cell: string): string {
  // The weights of GB 11643 are the powers of 2 from 17 down to 1, modulo 11.
  const first17 = 'ROW(INDIRECT("1:17"))';
  const digit = `MID("10X98765432",MOD(SUMPRODUCT(MID(${cell},${first17},1)*2^(18-${first17})),11)+1,1)`;
  const day = `TEXT(DATE(MID(${cell},7,4),MID(${cell},11,2),MID(${cell},13,2)),"mmdd")=MID(${cell},11,4)`;
  return `IFERROR(AND(LEN(${cell})=18,${day},${digit}=UPPER(RIGHT(${cell}))),FALSE)`;
}

/** An account has 8 digits at least (old passbooks) and 32 at most (the longest field of a bank's file), spaces aside. */
export function accountFormula(cell: string): string {
  const plain = `SUBSTITUTE(${cell}," ","")`;
  const each = `MID(${plain},ROW(INDIRECT("1:"&LEN(${plain}))),1)`;
  return `IFERROR(AND(LEN(${plain})>=8,LEN(${plain})<=32,SUMPRODUCT(--ISNUMBER(-${each}))=LEN(${plain})),FALSE)`;
}

/** A number within its bounds ("" where there is none), with so many decimals at most. */
export function numberFormula(cell: string, from: string, to: string, decimals: number): string {
  const bounds = `${from === "" ? "" : `,${cell}>=${from}`}${to === "" ? "" : `,${cell}<=${to}`}`;
  return `IFERROR(AND(ISNUMBER(${cell})${bounds},ROUND(${cell},${decimals})=${cell}),FALSE)`;
}

/** A day that Excel took for one. */
export function dateFormula(cell: string): string {
  return `IFERROR(AND(ISNUMBER(${cell}),${cell}>1,INT(${cell})=${cell}),FALSE)`;
}
