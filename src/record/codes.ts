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
  'speaker-unknown': 'A quotation stands alone, and who speaks is not known.',
  'source-close':
    'Two readings of who a statement is attributed to are nearly as likely; these words are the one not taken.',
  'sports-report': 'The report is about sport: no events are read from it.',
  'language-not-read': 'The text is in a language other than English: it is kept and was not read.',
  'encoding-false': 'The page or feed declares an encoding that its bytes do not fit; another was used.',
  'encoding-guessed':
    'The page, feed or row does not say in which encoding it is, and it is not UTF-8; Windows-1252 was taken.',
  'page-too-deep': 'Elements of the page nest deeper than pages do; the inner ones were taken as one.',
  'input-cut-off': 'The page or feed breaks off; what is there was taken.',
  'archive-length-false':
    'The web archive gives this record a false length; it was taken up to where the next record begins.',
  'hidden-text-taken': 'The page hides much of its article until a reader clicks; what is hidden was taken with it.',
  'text-from-data':
    "The page shows a part of its article; the text is the one that the page's data (articleBody) holds.",
  'text-stub': 'The page shows only the beginning of its article, as paywalled pages do; what is there was taken.',
  'claims-from-data':
    "The page's data (ClaimReview) lists claims and how they were rated; they were put at the end of the text, each with who says so.",
  'published-differs':
    'The page gives dates of publication that are more than a day apart; the one that it gives as data was taken.',
  'published-unclear':
    "The table's date of publication is not a date, or its day and month could be either way round; none was taken.",
  'published-in-future': 'The page or feed gives a date of publication in the future; none was taken.',
  'character-halved':
    'The text holds half a character (a lone surrogate), as where it was cut within one; U+FFFD stands in its place.',
  'record-fields-left': 'The record was made by a newer version; the fields that this one does not know were left out.',
  'attachments-left': 'The message has attachments; they were left out. Save them and add them separately.',
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
  'bad-argument': 'An argument is unknown, missing or wrong.',
  'link-outside': 'A link in a folder leads out of it; what it leads to is not taken.',
  'file-missing': 'There is no such file.',
  'file-is-folder': 'A folder was given where a file is needed.',
  'file-unreadable': 'The file exists but cannot be read, for example because permission is missing.',
  'file-empty': 'The file is empty, or only white space.',
  'file-binary': 'The file is not text.',
  'not-utf8': 'The bytes are not UTF-8.',
  'line-empty': 'The line is empty.',
  'line-too-long': 'The line is longer than one text may be.',
  'line-not-json': 'The line is not JSON.',
  'line-not-report': 'The line is JSON and not a report: an object with a string `id` and a string `text`.',
  'line-not-phrase': 'The line is JSON and not a phrase: an object with a string `id` and a string `text`.',
  'line-not-record': 'The line is JSON and not a record.',
  'record-unfit':
    'The record is of another schema, its text is not the one that was read, or its spans and ids do not fit.',
  'not-of-format': 'The file is not in the format that it should be.',
  'format-unknown': 'onrecord cannot read reports from this format.',
  'input-too-large': 'The input is larger than one text, page or feed may be.',
  'input-unpacks': 'The compressed input expands to far more than its size.',
  'input-damaged': 'The compressed input is damaged.',
  'column-missing':
    'Which column of a table holds the texts is not clear, or it has no column of the name that was given.',
  'row-ragged': 'A row of a table has more cells than its header.',
  'table-damaged': 'The table or workbook cannot be read to its end.',
  'input-locked': 'The file is protected by a password.',
  'pdf-scanned': 'The PDF holds pictures of pages and no text.',
  'document-damaged': 'The PDF, Word document or message is damaged.',
  'archive-in-archive': 'An archive lies in another one.',
  'list-in-list': 'A list of feeds names another list of feeds.',
  'input-too-much': 'The page or feed took too long, or too much memory, to parse.',
  'input-broken': 'The input could not be parsed.',
  'page-no-article': 'No article text was found on the page.',
  'page-is-list': 'The page is a list of stories, not a report.',
  'feed-damaged': 'The feed cannot be read.',
  'feed-too-long': 'The feed holds more items than are taken from one feed.',
  'input-bytes-behind': 'Uncompressed bytes follow the compressed input; they were left out.',
  'packing-unknown': 'The page is compressed in a way that cannot be expanded here.',
  'archive-damaged': 'The web archive is cut off or damaged; everything before the damage was added.',
  'address-private': 'The address is on a private network.',
  'address-failed': 'The address could not be fetched.',
  'address-slow': 'The address did not answer in time.',
  'reader-failed': 'The reader failed. This is a bug in onrecord or its installation; please report it.',
  'codebook-unfit':
    'A table that was laid over the codebook, or the codebook itself, has a row that cannot be used; the message names the file, the line and the way out.',
  'model-unfit': 'A model file is damaged, or was made for another version of onrecord.',
  'page-not-built': 'The page is missing: the package has not been built.',
  'desk-missing': 'There is no such desk.',
  'desk-foreign': 'The file is not a desk.',
  'desk-newer': 'The desk was made by a newer onrecord.',
  'desk-older':
    'The desk was made by an older onrecord and was opened for reading only; open it for writing once to update it.',
  'desk-damaged': "The desk's file is damaged.",
  'desk-readonly': 'The desk cannot be opened or written: permission is missing.',
  'desk-full': 'The desk could not be written: the disk is full or failed.',
  'desk-busy': 'Another program kept the desk locked for too long.',
  'decision-taken': 'A decision with this id is there already, and says something else.',
  'row-unknown': 'No row of the desk has this key.',
  'rows-undecided': 'A report cannot be marked whole while rows of it are undecided.',
  'curve-unfit':
    'Confidences were to be shown under a curve, and there are too few decisions for one, or it tells no more than the reader did.',
  'suggestion-unknown': 'The desk has no such suggestion.',
  'mend-unfit': 'The corrected fields do not fit the row.',
  'report-missing': 'The desk has no such report.',
  'original-missing': 'The bytes that the report was taken from are not kept in the desk.',
  'name-unknown': 'No entity of the desk has this name.',
  'name-shared': 'Several entities of the desk share this name; give the key of the one you mean.',
  'story-missing': 'The desk has no such story.',
  'port-taken': 'Another program is already listening on that port.',
  'not-found': 'There is nothing at this address.',
  'method-not-allowed': 'This address does not allow that method.',
  'host-unknown': 'The request names a host that the server does not serve.',
  'token-missing': 'The access token is missing or wrong.',
  'name-foreign': 'The decision names someone other than the person the token belongs to.',
  'origin-foreign': 'A request that changes the desk came from a page of another server.',
  'body-too-large': 'The body of the request is too large.',
  'read-too-long': 'A report took longer to read than a server allows.',
  'read-too-much': 'A report took more memory to read than there is, or broke the thread that read it.',
  'query-too-dear': 'A search, count, check or download took more time or memory than the server allows.',
  'server-busy': 'Too many reports or questions are waiting in the server.',
  'server-failed': 'The server failed on a request. This is a bug in onrecord; please report it.',
  'queue-client-missing': 'The client of the queue is not installed.',
  'queue-unreachable': 'No server of the queue answers at the address.',
  'queue-failed': 'The server of the queue refused what was asked of it.',
  'queue-too-small': 'A report, or its record, is larger than a message of the queue may be.',
  'lake-missing': 'There is no lake in the folder.',
  'lake-foreign': 'The folder is not a lake.',
  'lake-busy': 'Another program writes to the lake.',
  'lake-damaged': 'A file of the lake cannot be read.',
  'output-failed': 'The output could not be written.',
} as const satisfies Record<string, string>

export type NoteCode = keyof typeof noteCodes
export type ErrorCode = keyof typeof errorCodes
