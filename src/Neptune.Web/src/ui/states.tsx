import type { ReactNode } from 'react';
import { Problem } from '../api/problem';
import { Button } from './Button';

export function Loading({ what }: { what: string }) {
  return (
    <div className="loading" role="status">
      <span className="spinner" />
      {what}…
    </div>
  );
}

/** Nothing to show, and how to come by something. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

export function ErrorBox({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { title, detail } = describeError(error);
  return (
    <div className="error" role="alert">
      <div className="grow">
        <p>
          <strong>{title}</strong>
        </p>
        {detail && <p>{detail}</p>}
      </div>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}

export function describeError(error: unknown): { title: string; detail?: string } {
  if (error instanceof Problem) return { title: error.message, detail: error.detail };
  if (error instanceof Error) return { title: 'This went wrong in the page', detail: `${error.name}: ${error.message}` };
  return { title: 'This went wrong in the page', detail: String(error) };
}
