/** A refusal of the server (problem details, RFC 9457), or a server that does not answer (status 0). */
export class Problem extends Error {
  readonly status: number;
  readonly detail?: string;
  /** Characters of the query before the place of the fault. */
  readonly position?: number;
  readonly field?: string;

  constructor(status: number, title: string, detail?: string, position?: number, field?: string) {
    super(title);
    this.name = 'Problem';
    this.status = status;
    this.detail = detail;
    this.position = position;
    this.field = field;
  }

  static async from(response: Response): Promise<Problem> {
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    if (!/\bjson\b/.test(type))
      return new Problem(response.status, `${response.status} ${response.statusText}`.trim(), text.slice(0, 500) || undefined);
    try {
      const body = JSON.parse(text) as { title?: string; detail?: string; position?: number; field?: string };
      return new Problem(response.status, body.title ?? `Status ${response.status}`, body.detail, body.position, body.field);
    } catch {
      return new Problem(response.status, `Status ${response.status}`, text.slice(0, 500));
    }
  }

  static unreachable(cause: unknown): Problem {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new Problem(
      0,
      'Neptune does not answer',
      `Is 'neptune ui' still running? The page goes on by itself when it is back. (${reason})`,
    );
  }
}
