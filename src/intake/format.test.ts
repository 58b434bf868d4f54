import { expect, test } from 'vitest'
import { formatOf } from './format.ts'

const utf8 = new TextEncoder()

test.each([
  ['The river rose.', 'a.txt', 'text'],
  ['The river rose.', 'a', 'text'],
  ['The river rose.', 'a.html', 'html'],
  ['<!doctype html><p>The river rose.', 'a.txt', 'html'],
  ['<!-- saved --><!DOCTYPE html SYSTEM "about:legacy-compat"><html>', 'a', 'html'],
  ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', 'a.xml', 'html'],
  ['<div><p>The river rose.</p></div>', 'a', 'html'],
  ['<b> is how a report may begin.', 'a.txt', 'text'],
  ['\uFEFF<?xml version="1.0"?>\n<rss version="2.0">', 'a.html', 'feed'],
  ['<feed xmlns="http://www.w3.org/2005/Atom">', 'a', 'feed'],
  ['<rdf:RDF xmlns:rdf="x">', 'a', 'feed'],
  ['<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss>', 'a', 'feed'],
  ['{"version": "https://jsonfeed.org/version/1.1", "items": []}', 'a.json', 'feed'],
  ['<opml version="2.0">', 'a.xml', 'opml'],
  ['<?xml version="1.0"?><invoice/>', 'a.xml', 'unknown'],
  ['WARC/1.1\r\n', 'a.txt', 'warc'],
  ['{"id": "1", "text": "a"}\n{"id": "2", "text": "b"}\n', 'a', 'lines'],
  ['{"id": "1", "text": "a"}', 'a.json', 'json'],
  ['{\n  "uri": "a"\n}', 'a', 'json'],
  ['[{"id": "1", "text": "a"}]', 'a', 'json'],
  ['not JSON\n', 'a.jsonl', 'lines'],
  ['[Almeth] The river rose.', 'a.txt', 'text'],
])('%j in %s is %s', (head, name, expected) => {
  expect(formatOf(utf8.encode(head), name)).toBe(expected)
})

test('what HTTP says is asked where the content leaves it open', () => {
  expect(formatOf(utf8.encode('The river rose.'), 'https://post.example/', 'text/html; charset=utf-8')).toBe('html')
})
