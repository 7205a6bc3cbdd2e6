/** A Virtuoso of its own, in a folder that goes with it: as docs/engines.md sets it up. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, type RunningStore } from './store.ts'

const settings = (sql: number, http: number, rows: number) => `[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa

[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx

[Parameters]
ServerPort = 127.0.0.1:${sql}
NumberOfBuffers = 20000
MaxDirtyBuffers = 12000
MaxSortedTopRows = 1000001
DirsAllowed = .

[HTTPServer]
ServerPort = 127.0.0.1:${http}
ServerRoot = .
MaxClientConnections = 20

[SPARQL]
ResultSetMaxRows = ${rows}
MaxQueryExecutionTime = 30
`

/** Readers see the release and no graph of Virtuoso's own; one account writes. */
const setUp = (account: { readonly user: string; readonly password: string }) => {
  const group = 'http://www.openlinksw.com/schemas/virtrdf#PrivateGraphs'
  const own = [
    'http://www.openlinksw.com/schemas/virtrdf#',
    'http://www.w3.org/ns/ldp#',
    'http://localuriqaserver/sparql',
  ]
  return [
    `DB.DBA.RDF_GRAPH_GROUP_CREATE ('${group}', 1);`,
    ...own.map((graph) => `DB.DBA.RDF_GRAPH_GROUP_INS ('${group}', '${graph}');`),
    `DB.DBA.RDF_DEFAULT_USER_PERMS_SET ('nobody', 1, 0);`,
    `DB.DBA.RDF_DEFAULT_USER_PERMS_SET ('nobody', 0, 1);`,
    `DB.DBA.USER_CREATE ('${account.user}', '${account.password}');`,
    `GRANT SPARQL_UPDATE TO "${account.user}";`,
    `DB.DBA.RDF_DEFAULT_USER_PERMS_SET ('${account.user}', 7, 0);`,
  ].join('\n')
}

/** @param rows The cap on the rows of a result. */
export async function startVirtuoso(rows = 1_000_001): Promise<RunningStore> {
  const folder = mkdtempSync(join(tmpdir(), 'virtuoso-'))
  const [sql, http] = [await freePort(), await freePort()]
  const account = { user: 'loader', password: 'of the tests' }
  writeFileSync(join(folder, 'virtuoso.ini'), settings(sql, http, rows))
  const process = spawn('virtuoso-t', ['+foreground', '+configfile', 'virtuoso.ini'], { cwd: folder, stdio: 'ignore' })
  const ended = new Promise<void>((resolve, reject) => {
    process.once('exit', () => resolve())
    process.once('error', (error) =>
      reject(new Error(`virtuoso-t could not be run (${error.message}). Debian has it in virtuoso-opensource-7-bin.`)),
    )
  })
  const isql = (text: string) => {
    writeFileSync(join(folder, 'set-up.sql'), text)
    return spawnSync('isql-vt', [`127.0.0.1:${sql}`, 'dba', 'dba', 'set-up.sql'], { cwd: folder, encoding: 'utf8' })
  }
  for (let tries = 0; isql('SELECT 1;').status !== 0; tries++) {
    if (tries > 120) throw new Error(`Virtuoso does not start: ${isql('SELECT 1;').stderr}`)
    await Promise.race([
      ended.then(() => Promise.reject(new Error('virtuoso-t ended'))),
      new Promise((r) => setTimeout(r, 500)),
    ])
  }
  const { stdout, stderr } = isql(setUp(account))
  if (/\*\*\* Error/.test(stdout + stderr)) throw new Error(`Virtuoso was not set up: ${stdout}${stderr}`)
  return {
    stores: [{ endpoint: `http://127.0.0.1:${http}/sparql`, account }],
    stop: async () => {
      process.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
