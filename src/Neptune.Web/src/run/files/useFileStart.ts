import { useQuery } from '@tanstack/react-query';
import { keys } from '../../api/keys';
import { type FileAddress, previewUrl } from './fileAddress';
import { decodeText, readStart } from './readStart';

export interface TextStart {
  mediaType: string;
  /** Undefined: the file is no text. */
  text?: string;
  cut: boolean;
}

/** The beginning of a file as text. A content never changes, so nothing is fetched again while its hash is known. */
export function useFileStart(address: FileAddress, most: number) {
  const { project, id, path, entry, step, hash } = address;
  return useQuery({
    queryKey: keys.project(project, 'start', id, path, entry, step, hash, most),
    queryFn: async ({ signal }): Promise<TextStart> => {
      const { mediaType, bytes, cut } = await readStart(previewUrl(address), most, signal);
      return { mediaType, text: decodeText(bytes), cut };
    },
    meta: { ids: [id], live: hash === undefined },
    gcTime: 60_000,
  });
}
