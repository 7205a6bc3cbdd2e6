/** U05, U08: the network as networkx and igraph read it, and the CMIF file as xmllint checks it against the rules of the format. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serveSample } from '../served.ts'

const PYTHON = process.env['PYTHON'] ?? '/usr/bin/python3'
const RULES = join(import.meta.dirname, 'cmif.rng')
const DOCUMENTATION = join(import.meta.dirname, '../../docs/citing.md')
const folder = mkdtempSync(join(tmpdir(), 'dragoman-'))
const place = (name: string) => join(folder, name)

let served: Served
beforeAll(async () => {
  served = await serveSample()
  for (const name of ['cmif.xml', 'edges.csv', 'nodes.csv'])
    writeFileSync(place(name), await (await fetch(`${served.address}/${name}`)).text())
})
afterAll(async () => {
  await served?.stop()
  rmSync(folder, { recursive: true })
})

function run(from: string, command: string, ...args: readonly string[]) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' })
  if (error !== undefined) throw new Error(`${command} could not be run (${error.message}): ${from}.`)
  return { status, stdout, stderr }
}
const xmllint = (...args: readonly string[]) => run('Debian has it in libxml2-utils', 'xmllint', ...args)

test('networkx reads nodes and edges as they stand, and adds parallel edges up', () => {
  const program = `
import csv, json, networkx as nx
network = nx.MultiDiGraph()
with open('${place('nodes.csv')}', encoding='utf-8', newline='') as file:
    for row in csv.DictReader(file):
        network.add_node(row['id'], **row)
known = set(network)
with open('${place('edges.csv')}', encoding='utf-8', newline='') as file:
    for row in csv.DictReader(file):
        network.add_edge(row['source'], row['target'], weight=int(row['weight']), date=row['date'])
wrote = dict(network.out_degree(weight='weight'))
print(json.dumps({
    'strangers': sorted(set(network) - known),
    'isolated': list(nx.isolates(network)),
    'letters': network.size(weight='weight'),
    'most': network.nodes[max(wrote, key=wrote.get)]['label'],
    'got': sorted(network.nodes[n]['label'] for n in network.predecessors('${served.address}/id/person/mao-zedong')),
}))
`
  const from = 'Debian has networkx in python3-networkx; PYTHON names another Python'
  const { status, stdout, stderr } = run(from, PYTHON, '-c', program)
  expect([status, stderr]).toEqual([0, ''])
  expect(JSON.parse(stdout)).toEqual({
    strangers: [],
    isolated: [],
    letters: 14,
    most: 'Joseph Stalin',
    got: ['Andrey Vyshinsky', 'Joseph Stalin'],
  })
})

test('igraph takes both files as data frames', () => {
  const program = `
import igraph, pandas
edges, nodes = pandas.read_csv('${place('edges.csv')}'), pandas.read_csv('${place('nodes.csv')}')
letters = igraph.Graph.DataFrame(edges, directed=True, vertices=nodes, use_vids=False)
print(letters.vcount(), letters.ecount(), letters.es[0]['genre'])
`
  const from = 'Debian has igraph in python3-igraph; PYTHON names another Python'
  const { status, stdout, stderr } = run(from, PYTHON, '-W', 'ignore', '-c', program)
  expect([status, stderr, stdout]).toEqual([0, '', '13 14 ciphered-telegram\n'])
})

test('the program of the documentation runs as it stands', () => {
  const [, program = ''] = /```python\n([\s\S]*?)```/.exec(readFileSync(DOCUMENTATION, 'utf8')) ?? []
  expect(program).toContain('"B/edges.csv"')
  const lines = [
    program.replaceAll('"B/', `"${served.address}/`),
    'print(len(letters), letters.number_of_edges(), letters.nodes[edges.source[0]]["kind"])',
  ]
  const from = 'Debian has what it needs in python3-pandas and python3-networkx; PYTHON names another Python'
  const { status, stdout, stderr } = run(from, PYTHON, '-W', 'ignore', '-c', lines.join('\n'))
  expect([status, stderr, stdout]).toEqual([0, '', '13 14 person\n'])
})

describe('CMIF', () => {
  test('keeps the rules of the format', () => {
    const { status, stderr } = xmllint('--noout', '--relaxng', RULES, place('cmif.xml'))
    expect([status, stderr.trim()]).toEqual([0, `${place('cmif.xml')} validates`])
  })

  test('each letter leads to its document', async () => {
    const { stdout } = xmllint('--xpath', '//*[local-name()="correspDesc"]/@ref', place('cmif.xml'))
    const addresses = [...stdout.matchAll(/ref="([^"#]*)/g)].map(([, address = '']) => address)
    expect(addresses.length).toBeGreaterThan(9)
    const answers = await Promise.all(addresses.map((address) => fetch(address, { method: 'HEAD' })))
    expect(answers.map(({ status }) => status)).toEqual(addresses.map(() => 200))
  })

  test.each([
    ['a letter without a recipient', (xml: string) => xml.replace(/<correspAction type="received">.*/, '')],
    ['a name without an identifier', (xml: string) => xml.replace(/<persName ref="[^"]*">/, '<persName>')],
    ['a file without a licence', (xml: string) => xml.replace(/<availability>.*<\/availability>/, '')],
    ['a date in words', (xml: string) => xml.replace(/when="1950-05-12"/, 'when="12 May 1950"')],
  ])('%s breaks the rules', async (_name, broken) => {
    const xml = await (await fetch(`${served.address}/cmif.xml`)).text()
    expect(broken(xml)).not.toBe(xml)
    writeFileSync(place('broken.xml'), broken(xml))
    expect(xmllint('--noout', '--relaxng', RULES, place('broken.xml')).status).toBe(3)
  })
})
