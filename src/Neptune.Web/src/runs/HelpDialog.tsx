import { Dialog } from '../ui/Dialog';

const keys: [string, string][] = [
  ['/', 'Type a query'],
  ['j k or ↓ ↑', 'Next run, run before; with Shift they are selected'],
  ['← →', 'Cell before, next cell'],
  ['Ctrl C', 'Copy the exact value of the cell'],
  ['Space', 'Show the run in charts, or hide it'],
  ['x', 'Select the run; Ctrl A selects all'],
  ['Enter', 'Open the run'],
  ['t', 'Edit the tags'],
  ['c', 'Side by side'],
  ['Home End', 'First and last run'],
  ['Alt ← →', 'On the head of a column: move it; with Shift change its width'],
  ['?', 'This list'],
];

const queries: [string, string][] = [
  ['params/lr > 0.01', 'a number'],
  ['sys/name CONTAINS "resnet"', 'a part of a text'],
  ['sys/tags CONTAINS "baseline"', 'a tag'],
  ['last(`train/loss`:floatSeries) < 0.3', 'a series by its last, min, max, average or variance'],
  ['`sys/state`:experimentState = running', 'what runs now'],
];

export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys and queries" onClose={onClose}>
      <dl className="help">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <h3>Queries</h3>
      <dl className="help">
        {queries.map(([query, what]) => (
          <div key={query}>
            <dt>
              <code>{query}</code>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
