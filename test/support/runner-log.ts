// Reads the output of a step as GitHub's runner does: which lines are commands to it, and which are text.

export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/**
 * The commands in an output. The runner reads line by line (LF, CR or both end one); a line that begins with `::` behind
 * any white space is a command, and so is, in the older form, `##[name …]` anywhere in a line.
 */
export function commandsIn(output: string): RunnerCommand[] {
  return output.split(/\r\n|[\r\n]/).flatMap((line) => {
    const found = /^::([^ :]+)(?: (.*?))?::(.*)$/s.exec(line.trimStart());
    if (found !== null) {
      const [, name = '', properties = '', data = ''] = found;
      return [{ name, properties: propertiesOf(properties), data: unescaped(data) }];
    }
    const older = /##\[([^\]]*)\](.*)$/.exec(line);
    return older === null ? [] : [{ name: older[1] ?? '', properties: {}, data: older[2] ?? '' }];
  });
}

function propertiesOf(text: string): Record<string, string> {
  const pairs = text.split(',').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [] : [[pair.slice(0, at).trim(), unescaped(pair.slice(at + 1))] as const];
  });
  return Object.fromEntries(pairs);
}

const ESCAPES: readonly (readonly [string, string])[] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
];

function unescaped(text: string): string {
  return ESCAPES.reduce((unread, [written, character]) => unread.replaceAll(written, character), text);
}

/** The outputs in the file of `GITHUB_OUTPUT`, as the runner reads it. */
export function outputsIn(file: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = file.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const [name, delimiter] = line.split('<<', 2);
    const end = lines.indexOf(delimiter ?? '', at + 1);
    if (name === undefined || delimiter === undefined || end < 0) throw new Error(`the runner cannot read ${line}`);
    outputs[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return outputs;
}
