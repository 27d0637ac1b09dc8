/**
 * What reading accepts at most: far above every honest list, far below what would bring the machine down.
 * Whatever lies above is answered by R105, before memory is spent on it.
 */

const MiB = 1024 * 1024;

/** Files in one run: ten streets with some twenty agencies each are 200; a whole disk named by mistake is more. */
export const MAX_FILES = 20_000;

/** One file on disk: 3 million rows of text at 150 bytes are 430 MiB, and the longest string of Node is 512 MiB. */
export const MAX_FILE_BYTES = 500 * MiB;

/** All parts of one workbook unpacked: 1 048 576 rows of 30 cells at 60 bytes of XML. They pass by piece by piece. */
export const MAX_INFLATED_BYTES = 2048 * MiB;

/** All texts of one workbook, which stay in memory: a full sheet with 15 own texts of 20 bytes a row needs 300 MiB. */
export const MAX_TEXT_BYTES = 512 * MiB;

/** From one tag to the next, a cell's text with every character escaped (&#x4E00;) has 0.3 MB. */
export const MAX_XML_PIECE_BYTES = 2 * MiB;

/** Parts that are turned into another encoding first (UTF-16) pass through one string. */
export const MAX_RECODED_BYTES = 128 * MiB;

/** Unpacked to packed. Real sheets reach 30, one full of equal empty cells 100; deflate itself cannot pass 1032. */
export const MAX_RATIO = 200;

/** Below this size the ratio is not asked: a small part can be as repetitive as it likes. */
export const RATIO_FREE_BYTES = 64 * MiB;

/** No deflate stream can unpack to more than this many times its size: a declared size above it is a lie. */
export const DEFLATE_RATIO = 1032;

/** Excel's own bounds of a sheet. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Excel's own bound of a cell, in UTF-16 units. */
export const MAX_CELL_LENGTH = 32_767;

/** Households merged over their members in five columns, on a full sheet of pairs. */
export const MAX_MERGED_RANGES = 2_500_000;

/** Records of a text file, blank lines too: a city's 3 million rows, and some. */
export const MAX_RECORDS = 4_000_000;

/** One record of a text file: a hundred cells of the greatest length. A stray quote would otherwise eat the file. */
export const MAX_RECORD_BYTES = 4 * MiB;

/** Cells of one file from column A to the last filled one: 3 million rows of 20 cells. */
export const MAX_CELLS = 64_000_000;

/** One sheet a village or a day makes hundreds; Excel itself sets no bound. */
export const MAX_SHEETS = 2_000;

/** Parts of a package: a workbook with a photo a person has thousands. */
export const MAX_PARTS = 100_000;

/** A workbook of the old kind (.xls, .et): 65 536 rows of 14 cells are 20 MiB; beyond are photographs and harm. */
export const MAX_OLD_BYTES = 200 * MiB;

/**
 * Heap of the process that opens it, in MiB, and its time in seconds: so much for a small file, so much more for each
 * MiB. A full sheet of 14 columns (20 MiB) takes 510 MiB and 5 to 10 s; a small file that takes more is up to no good.
 */
export const OLD_HEAP_MIB = { least: 256, perMib: 40, most: 1536 } as const;
export const OLD_SECONDS = { least: 10, perMib: 5, most: 120 } as const;

/** What that process answers: a full sheet of 14 columns is 17 MiB. */
export const MAX_OLD_ANSWER_BYTES = 400 * MiB;
