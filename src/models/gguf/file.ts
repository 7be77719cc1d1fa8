// A GGUF file looked at before llama.cpp sees it, and known by its content.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { ExpectedFailure, systemErrorCode } from '../../errors.ts';

const MAGIC = 'GGUF';
/** https://github.com/ggml-org/ggml/blob/master/docs/gguf.md, "Historical State": the first version is long gone. */
const VERSIONS = { oldest: 2, newest: 3 };

/** SHA-256 of the content. Throws `not-readable` or `bad-model-file` when it is no GGUF file, or too new. */
export async function readGgufFile(path: string): Promise<string> {
  try {
    await checkHeader(path);
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path, { highWaterMark: 4 * 1024 * 1024 })) hash.update(chunk);
    return hash.digest('hex');
  } catch (error) {
    if (error instanceof ExpectedFailure) throw error;
    const code = systemErrorCode(error);
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : (code ?? 'error');
    throw new ExpectedFailure('not-readable', `${path} cannot be read: ${why}`, 'It is the path of a GGUF file.', {
      cause: error,
    });
  }
}

async function checkHeader(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    if (buffer.toString('latin1', 0, 4) !== MAGIC || bytesRead < 8) {
      throw bad(
        `${path} is no GGUF file`,
        'Weights of other formats are converted with llama.cpp’s convert_hf_to_gguf.py.',
      );
    }
    const version = buffer.readUInt32LE(4);
    if (version > VERSIONS.newest) {
      throw bad(
        `${path} is GGUF version ${version}, newer than the ${VERSIONS.newest} known here`,
        'Convert the weights to version 3.',
      );
    }
    if (version < VERSIONS.oldest) {
      throw bad(`${path} is GGUF version ${version}, which llama.cpp no longer reads`, 'Convert the weights again.');
    }
  } finally {
    await file.close();
  }
}

function bad(message: string, remedy: string): ExpectedFailure {
  return new ExpectedFailure('bad-model-file', message, remedy);
}
