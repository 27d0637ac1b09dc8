// What nobody types by accident and somebody may send all the same.

/** Texts of cells. */
export const HOSTILE_TEXTS = [
  ...["=cmd|' /C calc'!A0", '=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "'=1"],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "null", "NaN"],
  ...["../../../../etc/passwd", "..\\..\\x", "CON", "a/b", "C:\\x", "名单\u0000.xlsx", "\u0000", "a\u0000b"],
  ...["\u202e张三", "张\u200b三", "\ufeff张三", "\ud800", "张\udc00三", "𠮷田", "e\u0301", "\u0085", "\u2028"],
  ...["1e400", "-0", "0x10", "1E+17", "３１０１９８", "0.1", "99999999999999999999", "-500", "5,00", "１２．５", "∞"],
  ...[
    "<script>alert(1)</script>",
    "]]>",
    "&amp;",
    "&#0;",
    "&#x10FFFF;",
    '"',
    '""',
    '"a',
    'a"b',
    ",",
    "\r",
    "\n",
    "a\nb",
  ],
  ...[
    "合计",
    "小计",
    "备注",
    "序号",
    "身份证号",
    "姓名",
    "低保",
    "低保、特困供养",
    "31019819500101001X",
    "20230230",
    "1900-02-29",
  ],
];

/** Values of attributes. */
export const HOSTILE_VALUES = [
  ...["", "0", "-1", "1", "4294967296", "99999999999999999999", "1e9", "NaN", "x", " ", "__proto__"],
  ...["A0", "A1048577", "XFD1048576", "ZZZZ1", "A1:XFD1048576", "B2:A1", "A1:A1", "A-1", "$A$1"],
  ...["s", "str", "inlineStr", "n", "b", "e", "d", "xx", "rId1", "rId9", "../../x", "file:///etc/passwd"],
  ...["&x;", "&#1;", "&lt;", "true", "false", "2147483647", "1048576", "16384"],
];

/** Put into a part of XML as it stands. */
export const HOSTILE_XML = [
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
  '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
  "<![CDATA[x]]>",
  "<!-- -- -->",
  "<!--",
  "<?xml version='1.0' encoding='UTF-16'?>",
  "<?x",
  "<",
  ">",
  "&",
  "&x;",
  "&#xFFFFFFFF;",
  "\u0000",
  '<mergeCell ref="A1:XFD1048576"/>',
  '<row r="1048577"><c r="A1048577" t="s"><v>0</v></c></row>',
  '<row r="1"><c r="XFD1"><v>1</v></c></row>',
  '<c r="A1" t="s"><v>4294967295</v></c>',
  '<row r="2"/><row r="1"/>',
  "</sheetData>",
  "<sheetData>",
];
