/** Apache Jena Fuseki with two datasets, in a folder that goes with it: as docs/engines.md sets it up. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, type RunningStore } from './store.ts'

const ARTEFACT = 'org.apache.jena:jena-fuseki-server:5.6.0'
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy'

/** The program, from wherever Maven is set up to take it, into a folder. */
function fetchJar(folder: string): string {
  const { status, stdout, stderr, error } = spawnSync(
    'mvn',
    ['-q', '-B', COPY, `-Dartifact=${ARTEFACT}`, `-DoutputDirectory=${folder}`],
    { cwd: folder, encoding: 'utf8' },
  )
  if (error !== undefined) throw new Error(`mvn could not be run (${error.message}). Debian has it in maven.`)
  const jar = readdirSync(folder).find((name) => name.endsWith('.jar'))
  if (status !== 0 || jar === undefined) throw new Error(`Maven did not bring ${ARTEFACT}: ${stdout}${stderr}`)
  return join(folder, jar)
}

const dataset = (name: string) => `
<#${name}> a fuseki:Service ; fuseki:name "${name}" ;
  fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "sparql" ] ,
    [ fuseki:operation fuseki:update ; fuseki:name "update" ; fuseki:allowedUsers "loader" ] ;
  fuseki:allowTimeoutOverride true ; fuseki:maximumTimeoutOverride 60 ;
  fuseki:dataset [ a tdb2:DatasetTDB2 ; tdb2:location "${name}" ; tdb2:unionDefaultGraph true ;
    ja:context [ ja:cxtName "arq:queryTimeout" ; ja:cxtValue "30000" ] ] .
`
const CONFIGURATION = `PREFIX fuseki: <http://jena.apache.org/fuseki#>
PREFIX ja: <http://jena.hpl.hp.com/2005/11/Assembler#>
PREFIX tdb2: <http://jena.apache.org/2016/tdb#>
[] a fuseki:Server ; fuseki:passwd "passwd" ; fuseki:auth "basic" .
${['a', 'b'].map(dataset).join('')}`

export async function startFuseki(): Promise<RunningStore> {
  const folder = mkdtempSync(join(tmpdir(), 'fuseki-'))
  const jar = fetchJar(folder)
  const port = await freePort()
  const account = { user: 'loader', password: 'of-the-tests' }
  writeFileSync(join(folder, 'config.ttl'), CONFIGURATION)
  writeFileSync(join(folder, 'passwd'), `${account.user}: ${account.password}\n`)
  for (const name of ['a', 'b']) mkdirSync(join(folder, name))
  let log = ''
  const process = spawn(
    'java',
    ['-Xmx1g', '-jar', jar, '--config', 'config.ttl', '--port', String(port), '--localhost'],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  for (const stream of [process.stdout, process.stderr]) stream.setEncoding('utf8').on('data', (text) => (log += text))
  const ended = new Promise<void>((resolve, reject) => {
    process.once('exit', () => resolve())
    process.once('error', (error) =>
      reject(new Error(`java could not be run (${error.message}). Debian has it in openjdk-17-jre-headless.`)),
    )
  })
  const endpoints = ['a', 'b'].map((name) => `http://127.0.0.1:${port}/${name}/sparql`)
  const isUp = () =>
    fetch(`${endpoints[0]}?query=ASK%7B%7D`).then(
      ({ ok }) => ok,
      () => false,
    )
  for (let tries = 0; !(await isUp()); tries++) {
    if (tries > 240) throw new Error(`Fuseki does not start: ${log}`)
    await Promise.race([
      ended.then(() => Promise.reject(new Error(`java ended: ${log}`))),
      new Promise((r) => setTimeout(r, 500)),
    ])
  }
  return {
    stores: endpoints.map((endpoint) => ({ endpoint, account })),
    stop: async () => {
      process.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
