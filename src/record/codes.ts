/**
 * Every code that a person or a program can meet, with its meaning: notes in a record, problems of a record, and errors
 * of the command. `docs/record.md` lists them; a test holds that no code is used that is not here.
 */

/** Codes of `record.notes`: what is odd about a text, or could not be decided. */
export const noteCodes = {
  'no-published-date': 'The date of publication is not known: times such as “on Tuesday” are found and not resolved.',
  'published-from-header': 'The publication date was taken from the header at the beginning of the text.',
  'quotation-unclosed': 'A quotation mark opens and none closes it; the quotation was taken to end with its paragraph.',
  'speaker-inferred':
    'A quotation stands alone; who speaks was inferred from the text before it, and no source is given.',
  'speaker-unknown': 'A quotation stands alone, and who speaks could not be told.',
  'source-close':
    'Two readings of who a statement is attributed to are nearly as likely; these words are the one not taken.',
  'sports-report': 'The report is one of sport: no events are read out of it.',
  'language-not-read': 'The text is in a language other than English: it is kept and was not read.',
  'encoding-false':
    'The page or feed says that it is in an encoding in which its bytes make no sense; another was taken.',
  'encoding-guessed':
    'The page or feed does not say in which encoding it is, and it is not UTF-8; Windows-1252 was taken.',
  'page-too-deep': 'Elements of the page nest deeper than pages do; the inner ones were taken as one.',
  'input-cut-off': 'The page or feed breaks off; what is there was taken.',
  'published-differs':
    'The page gives dates of publication that are more than a day apart; the one that it gives as data was taken.',
  'entities-declared': 'The feed declares entities; none of them was loaded or put in.',
} as const satisfies Record<string, string>

/** Codes of what `checkRecord` finds. */
export const problemCodes = {
  shape: "The record's shape is not the schema's",
  'span-outside': 'The span does not lie inside the text',
  'span-empty': 'The span is empty',
  'span-half': 'The span has a start and no end, or an end and no start',
  'span-splits-character': 'The span begins or ends between the two halves of one character',
  'id-repeated': 'The id stands more than once in the record',
  'id-unresolved': 'The id names nothing of the right kind in the record',
  'within-cycle': 'The statement stands within itself',
} as const satisfies Record<string, string>

/** Codes of errors: of a line that could not be answered, or of a command that could not go on. */
export const errorCodes = {
  'bad-argument': 'The command was called with something that it does not know, or without something that it needs.',
  'file-missing': 'There is no such file.',
  'file-is-folder': 'A folder was given where a file is needed.',
  'file-unreadable': 'The file is there and cannot be read, such as for want of permission.',
  'file-empty': 'The file holds no text, or only white space.',
  'file-binary': 'The file holds bytes that no text has.',
  'not-utf8': 'The bytes are not UTF-8.',
  'line-empty': 'The line is empty.',
  'line-too-long': 'The line is longer than one text may be.',
  'line-not-json': 'The line is not JSON.',
  'line-not-report': 'The line is JSON and not a report: an object with a string `id` and a string `text`.',
  'line-not-phrase': 'The line is JSON and not a phrase: an object with a string `id` and a string `text`.',
  'line-not-record': 'The line is JSON and not a record.',
  'not-of-format': 'A file to read back does not keep to its format.',
  'format-unknown': 'The input is in no format that reports are taken from.',
  'input-too-large': 'The input is larger than one text, page or feed may be.',
  'input-unpacks': 'The packed input unpacks to far more than its size.',
  'input-damaged': 'What is packed in the input cannot be unpacked to its end.',
  'list-in-list': 'A list of feeds names another list of feeds.',
  'input-too-much': 'The page or feed took too long or too much memory to take apart.',
  'input-broken': 'The input cannot be taken apart.',
  'page-no-article': "The page holds no report's text.",
  'feed-damaged': 'The feed cannot be read.',
  'archive-damaged': 'The web archive is cut off or damaged; what stands before the damage was taken.',
  'address-private': 'The address leads to a private network.',
  'address-failed': 'What stands at the address cannot be had.',
  'address-slow': 'What stands at the address did not come in time.',
  'codebook-unfit':
    'A table that was laid over the codebook, or the codebook itself, holds what reading cannot take; file, line and way out are named.',
  'reader-failed': 'The reader broke: a fault of onrecord or of its installation, worth a report to its authors.',
  'model-unfit': 'A model file is damaged, or was made for another version of onrecord.',
  'page-not-built': 'The page is not there: the package was not built.',
  'desk-missing': 'There is no such desk.',
  'desk-foreign': "The file is none of onrecord's desks.",
  'desk-newer': 'The desk was made by a newer onrecord.',
  'desk-older': 'The desk was made by an older onrecord and is only to be read: open it for writing once.',
  'desk-damaged': "The desk's file is damaged.",
  'desk-readonly': 'The desk cannot be opened or written, for want of permission.',
  'desk-full': 'The desk could not be written, for want of room or by a fault of the disk.',
  'desk-busy': 'Another program has been writing the desk for too long.',
  'row-unknown': 'No row of the desk has this key.',
  'mend-unfit': 'What a row is to be mended with does not fit it.',
  'report-missing': 'The desk holds no such report.',
  'port-taken': 'Another program listens at the port that the server was to have.',
  'not-found': 'The server has nothing at this address.',
  'method-not-allowed': 'What stands at this address does not take this method.',
  'host-unknown': 'The server does not answer to the name that it was called by.',
  'token-missing': 'The server answers only those who know its token.',
  'body-too-large': "A request's body is larger than the server takes.",
  'read-too-long': 'A report took longer to read than a server allows.',
  'server-busy': 'Too many reports wait to be read by the server.',
  'server-failed': 'The server broke on a request: a fault of onrecord, worth a report to its authors.',
  'output-failed': 'The output could not be written.',
} as const satisfies Record<string, string>

export type NoteCode = keyof typeof noteCodes
export type ErrorCode = keyof typeof errorCodes
