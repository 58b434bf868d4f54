import { describe, expect, it } from 'vitest'
import { findParagraphs } from './paragraphs.ts'

const paragraphs = (text: string): string[] => findParagraphs(text).map(({ start, end }) => text.slice(start, end))

const wrapped = [
  'The army of Varlonia said on Friday that its men',
  'had taken the port of Almeth, and that the bridge',
  'over the river was open again. It said no more.',
  'Everybody waited.',
  'A second report came later. It said that the road',
  'to Kestria stayed closed, and that trains would be',
  'late.',
]

describe('findParagraphs', () => {
  it.each<[string, string[]]>([
    ['One.\n\nTwo.', ['One.', 'Two.']],
    ['One.\r\n\r\nTwo.\r\n', ['One.', 'Two.']],
    ['One.\n \t \nTwo.', ['One.', 'Two.']],
    ['  One.  \n\n\n\n  Two.', ['One.', 'Two.']],
    ['Port shut\nVenn said so.\nMarek denied it.', ['Port shut', 'Venn said so.', 'Marek denied it.']],
    ['One.\u2029Two.\u2028Three.', ['One.', 'Two.', 'Three.']],
    ['One.\rTwo.', ['One.', 'Two.']],
    ['', []],
    ['\n\n \r\n', []],
  ])('%j', (text, expected) => {
    expect(paragraphs(text)).toEqual(expected)
  })

  it('joins lines that are wrapped, and ends a paragraph at a line with room for more', () => {
    expect(paragraphs(wrapped.join('\n'))).toEqual([wrapped.slice(0, 4).join('\n'), wrapped.slice(4).join('\n')])
    expect(paragraphs(wrapped.join('\r\n'))).toHaveLength(2)
  })

  it('joins lines that are wrapped inside paragraphs with blank lines between', () => {
    const text = `${wrapped.slice(0, 3).join('\n')}\n\n${wrapped.slice(4, 6).join('\n')}`
    expect(paragraphs(text)).toHaveLength(2)
  })

  it('keeps a line for each point of a list under wrapped text', () => {
    expect(paragraphs([...wrapped.slice(4), '- Strike', '- Flood'].join('\n')).slice(-2)).toEqual([
      '- Strike',
      '- Flood',
    ])
  })

  it('keeps long lines apart: each is a paragraph', () => {
    const line = 'The port of Almeth stayed shut on Friday, and the union said that it would talk to nobody. '
      .repeat(4)
      .trim()
    expect(paragraphs([line, line, line].join('\n'))).toHaveLength(3)
  })
})
