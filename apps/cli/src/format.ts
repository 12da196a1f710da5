import { ConfigError } from 'ganglion'

/** How results leave: sentences, one JSON object a line, one JSON document. */
export type Format = 'plain' | 'jsonl' | 'json'

/** The format that the flags name; `--json` is `--format jsonl`. Throws a ConfigError where both are given and differ. */
export function formatOf({
  json = false,
  format,
}: {
  readonly json?: boolean
  readonly format?: Format
}): Format {
  if (json && format !== undefined && format !== 'jsonl') {
    const message = `expected one format, got --json (which means jsonl) and --format ${format}; leave one of them out`
    throw new ConfigError([{ path: '--format', message }])
  }
  return format ?? (json ? 'jsonl' : 'plain')
}
