/** Command-line options made from the table of settings, so that a setting has one name in three spellings. */
import { type Command, Option } from 'commander'
import { flagName, loadSettings, SETTINGS, type SettingName, type Settings, variableName } from '../config.ts'

/** Options that every command takes. */
export interface CommonOptions {
  readonly config?: string
  readonly verbose?: boolean
  readonly quiet?: boolean
  readonly [flag: string]: unknown
}

/** Adds `--config`, `--quiet`, `--verbose` and one option for each of the named settings. */
export function withSettings(command: Command, ...names: readonly SettingName[]): Command {
  for (const name of names) {
    const { help, default: value } = SETTINGS[name]
    const shown = typeof value === 'string' || typeof value === 'number' ? ` (default ${value})` : ''
    const argument = typeof value === 'boolean' ? '[yes|no]' : `<${name}>`
    command.addOption(new Option(`--${flagName(name)} ${argument}`, `${help}${shown}; ${variableName(name)}`))
  }
  return command
    .option('--config <file>', 'configuration file (default dragoman.config.json beside the data)')
    .option('--quiet', 'print nothing but errors')
    .option('--verbose', 'print a stack trace with an error')
}

/** The settings that the options, the environment and the configuration file give together. */
export function settingsOf(
  options: CommonOptions,
  beside: readonly string[],
): { readonly settings: Settings; readonly file?: string } {
  const flags = Object.fromEntries(
    Object.keys(SETTINGS).flatMap((name) => {
      const value = options[name]
      return value === undefined ? [] : [[name, value === true ? 'yes' : String(value)]]
    }),
  )
  return loadSettings({ file: options.config, beside, flags })
}
