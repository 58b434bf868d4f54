/** What columns of tables of reports are called, in small letters without blanks, hyphens and underscores; the first of a list that a table has is taken. */
export const columnNames = {
  // as scrapers, news APIs, ProQuest, LexisNexis, Factiva, Media Cloud and newsroom systems call them
  text: [
    ...['text', 'fulltext', 'body', 'bodytext', 'articletext', 'articlebody', 'maintext', 'content', 'articlecontent'],
    ...[
      'contenttext',
      'story',
      'storytext',
      'rawtext',
      'plaintext',
      'cleantext',
      'newstext',
      'transcript',
      'article',
      'report',
    ],
    ...['paragraphs', 'document'],
  ],
  id: [
    ...['id', 'articleid', 'docid', 'documentid', 'reportid', 'storyid', 'storiesid', 'newsid', 'uid', 'uuid', 'guid'],
    ...['itemid', 'textid', 'accessionno', 'accessionnumber', 'proquestdocumentid', 'an'],
  ],
  published: [
    ...['published', 'publishedat', 'publisheddate', 'publishdate', 'publicationdate', 'datepublished', 'datepublish'],
    ...[
      'pubdate',
      'pubdatetime',
      'pubdateandtime',
      'date',
      'articledate',
      'reportdate',
      'sourcedate',
      'datetime',
      'dateline',
      'timestamp',
      'created',
      'createdat',
      'day',
    ],
  ],
  outlet: [
    ...[
      'outlet',
      'outletname',
      'newspaper',
      'publication',
      'publicationtitle',
      'publicationname',
      'publisher',
      'medium',
      'media',
      'medianame',
    ],
    ...['sourcename', 'source', 'newsoutlet', 'newssource', 'site', 'sitename', 'website', 'domain', 'sourcedomain'],
  ],
  url: ['url', 'link', 'weburl', 'articleurl', 'sourceurl', 'permalink', 'address', 'href', 'uri', 'documenturl'],
  title: ['title', 'headline', 'articletitle', 'heading', 'hed', 'head', 'subject'],
  byline: ['byline', 'author', 'authors', 'writer', 'journalist', 'reporter', 'by'],
} as const satisfies { readonly [field: string]: readonly string[] }

/** What a table can say of a report. */
export type ColumnField = keyof typeof columnNames

/** A column's name as `columnNames` writes it. */
export const plainName = (name: string) => name.toLowerCase().replace(/[\s_.:-]+/g, '')
