/**
 * What pages call the things that are known of a report: names and properties of `meta` elements, in the order in which they are
 * believed. From Open Graph, Dublin Core, schema.org, Parse.ly, Sailthru and what news pages use without a standard.
 */
export const metaNames = {
  title: ['og:title', 'parsely-title', 'dc.title', 'dcterms.title', 'twitter:title', 'headline', 'title'],
  outlet: ['og:site_name', 'parsely-publisher', 'dc.publisher', 'dcterms.publisher', 'publisher', 'application-name'],
  byline: [
    'author',
    'parsely-author',
    'article:author',
    'dc.creator',
    'dcterms.creator',
    'sailthru.author',
    'byl',
    'byline',
  ],
  published: [
    'article:published_time',
    'og:article:published_time',
    'og:published_time',
    'parsely-pub-date',
    'datepublished',
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.created',
    'dc.date',
    'dcterms.date',
    'sailthru.date',
    'publish-date',
    'publication_date',
    'pubdate',
    'pdate',
    'date',
  ],
  changed: [
    'article:modified_time',
    'og:updated_time',
    'datemodified',
    'dcterms.modified',
    'dc.date.modified',
    'lastmod',
  ],
  url: ['og:url', 'parsely-link'],
} as const

/** What the moment of publication is called in the state that a page's programs start from. */
export const momentKeys = [
  'datePublished',
  'firstPublished',
  'firstPublishedAt',
  'firstPublishDate',
  'first_published_at',
  'pubDate',
  'publicationDate',
  'publication_date',
  'publishDate',
  'publish_date',
  'published',
  'publishedAt',
  'publishedDate',
  'published_at',
  'published_date',
] as const

/** Agencies: they wrote what an outlet prints and are seldom the outlet, in small letters. */
export const agencyNames: ReadonlySet<string> = new Set([
  'afp',
  'agence france-presse',
  'ansa',
  'ap',
  'associated press',
  'dpa',
  'efe',
  'pa media',
  'press association',
  'reuters',
  'tass',
  'the associated press',
  'upi',
  'xinhua',
])

/** What programs for pages and hosts of pages write where an outlet's name belongs, in small letters. */
export const notOutlets: ReadonlySet<string> = new Set([
  'article',
  'blog',
  'blogger',
  'home',
  'homepage',
  'hosted',
  'international',
  'my site',
  'news',
  'site',
  'u.s.',
  'us',
  'website',
  'wordpress',
  'wordpress.com',
  'world',
])

/** Types of schema.org that a report has. */
export const articleTypes: ReadonlySet<string> = new Set([
  'AnalysisNewsArticle',
  'Article',
  'BackgroundNewsArticle',
  'BlogPosting',
  'ClaimReview',
  'LiveBlogPosting',
  'NewsArticle',
  'OpinionNewsArticle',
  'Report',
  'ReportageNewsArticle',
  'ReviewNewsArticle',
])

/** Elements that begin a paragraph of their own. */
export const blockNames: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** Elements whose words are none of the report's: pictures and their captions, programs, forms. */
export const silentNames: ReadonlySet<string> = new Set(
  'audio button canvas figcaption figure iframe input math noscript object picture rp rt script select style svg template textarea video'.split(
    ' ',
  ),
)

/** Elements that hold nothing or that end by themselves: they do not nest. */
export const flatNames: ReadonlySet<string> = new Set(
  'area base body br col dd dt embed head hr html img input li link meta option p param source td th tr track wbr'.split(
    ' ',
  ),
)
