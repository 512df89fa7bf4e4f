import { Problem } from '../../api/problem';

export interface FileStart {
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** There is more than was read. */
  cut: boolean;
}

/** Reads the first bytes of a file and leaves the rest where it is. */
export async function readStart(url: string, most: number, signal: AbortSignal): Promise<FileStart> {
  const response = await fetch(url, { credentials: 'same-origin', signal }).catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : Problem.unreachable(error);
  });
  if (!response.ok) throw await Problem.from(response);

  const mediaType = response.headers.get('content-type') ?? '';
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  while (reader && length <= most) {
    const { done, value } = await reader.read();
    if (done) return { mediaType, bytes: join(parts, length), cut: false };
    parts.push(value);
    length += value.length;
  }
  await reader?.cancel();
  return { mediaType, bytes: join(parts, Math.min(length, most)), cut: length > most };
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part.subarray(0, length - at), at);
    at += part.length;
    if (at >= length) break;
  }
  return bytes;
}

/** The text behind bytes, by their byte order mark, else as UTF-8; undefined when they are no text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  if (encoding === 'utf-8' && bytes.subarray(0, 8_192).includes(0)) return undefined;
  // In a stream: half a character at the end of a beginning is left out.
  return new TextDecoder(encoding).decode(bytes, { stream: true });
}
