// SPDX-License-Identifier: Apache-2.0

// The worker of the readers from npm: one JSON request a line on standard input, one reply a line on standard output.
// See worker.go for the requests.
import { createInterface } from 'node:readline'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

// A contraction or possessive is one word to compromise and two to the treebank.
const ending = /(n['’]t|['’]\p{L}*)$/u

const readers = { compromise, 'wink-nlp': wink }

function compromise() {
  const analysers = { tags: require('compromise/two'), names: require('compromise/three') }
  const analyse = (mode, text) => {
    const doc = analysers[mode](text)
    const names = mode === 'names' ? ['people', 'places', 'organizations'].map((kind) => [kind, doc[kind]()]) : []
    return { doc, names }
  }
  const read = (mode, text) => {
    const { doc, names } = analyse(mode, text)
    const { words, at } = terms(doc.docs)
    return { words, names: names.flatMap(([kind, view]) => view.docs.map((found) => name(kind, found, at))) }
  }
  return { version: analysers.tags.version, analyse, read }
}

// terms is compromise's terms as words. The marks that it keeps before and after terms become words of their own, and
// contractions and possessives two words. at tells for each term which words it became: the first, and the end without
// the ending.
function terms(sentences) {
  const words = []
  const at = new Map()
  for (const sentence of sentences) {
    sentence.forEach((term, i) => {
      words.push(...marks(term.pre))
      const first = words.length
      const implied = sentence[i + 1]?.text === '' ? sentence[i + 1] : undefined
      const parts = split(term, implied)
      words.push(...parts)
      at.set(key(term), [first, first + Math.min(1, parts.length)])
      words.push(...marks(after(term)))
    })
  }
  return { words, at }
}

const key = (term) => term.index.join()

function split(term, implied) {
  const tags = [...term.tags]
  if (term.text === '') return []
  const text = term.text + (dotted(term) ? '.' : '')
  const end = implied || tags.includes('Possessive') ? text.match(ending) : null
  if (!end || end.index === 0) return [{ text, tags }]
  const second = implied ? [...implied.tags] : ['Possessive']
  return [{ text: text.slice(0, end.index), tags }, { text: end[0], tags: second }]
}

// dotted reports whether the dot of an abbreviation stands after the term.
const dotted = (term) => term.post.startsWith('.') && (term.tags.has('Abbreviation') || term.tags.has('Acronym'))
const after = (term) => (dotted(term) ? term.post.slice(1) : term.post)

// marks is the runs of one mark in what stands between terms.
const marks = (s) => (s.match(/([^\s])\1*/gu) ?? []).map((text) => ({ text, tags: ['Mark'] }))

function name(kind, found, at) {
  const first = at.get(key(found[0]))[0]
  const last = at.get(key(found[found.length - 1]))[1]
  return { first, last: Math.max(last, first + 1), kind }
}

function wink() {
  const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'pos'])
  const analyse = (_mode, text) => nlp.readDoc(text)
  const read = (mode, text) => {
    const tokens = analyse(mode, text).tokens()
    const tags = tokens.out(nlp.its.pos)
    return { words: tokens.out().map((word, i) => ({ text: word, tags: [tags[i]] })), names: [] }
  }
  const version = (name) => require(`${name}/package.json`).version
  return { version: `${version('wink-nlp')}, model ${version('wink-eng-lite-web-model')}`, analyse, read }
}

// seconds is the processor time of this process, its helper threads included.
function seconds(reader, mode, texts) {
  const before = process.cpuUsage()
  for (const text of texts) reader.analyse(mode, text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

let kept = []

function answer(reader, request) {
  switch (request.do) {
    case 'version':
      return { version: reader.version }
    case 'load':
      kept = request.texts
      return {}
    case 'time':
      return { seconds: seconds(reader, request.mode, kept) }
    case 'read':
      return { readings: request.texts.map((text) => reader.read(request.mode, text)) }
  }
  return { error: `cannot ${request.do}` }
}

const reader = readers[process.argv[2]]()
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(answer(reader, JSON.parse(line))) + '\n')
}
