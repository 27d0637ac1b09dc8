/** Four ASCII characters as the number that `DataView.getUint32` gives for their bytes, to compare them at once. */
export function word(text: string): number {
  return Buffer.from(text, "latin1").readUInt32BE(0);
}
