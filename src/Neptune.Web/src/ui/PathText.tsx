import { Fragment } from 'react';

/** A path that is broken at its slashes where it has no room. */
export function PathText({ path }: { path: string }) {
  const parts = path.split('/');
  return parts.map((part, index) => (
    <Fragment key={index}>
      {part}
      {index < parts.length - 1 && (
        <>
          /<wbr />
        </>
      )}
    </Fragment>
  ));
}
