import { Button } from '../ui/Button';
import type { View } from './runsState';

const views: [View, string][] = [
  ['table', 'Table'],
  ['both', 'Both'],
  ['charts', 'Charts'],
  ['compare', 'Side by side'],
];

export function ViewSwitch({ view, onView }: { view: View; onView: (view: View) => void }) {
  return (
    <fieldset className="view-switch">
      <legend className="hidden-text">View</legend>
      {views.map(([value, label]) => (
        <Button key={value} size="small" data-view={value} aria-pressed={view === value} onClick={() => onView(value)}>
          {label}
        </Button>
      ))}
    </fieldset>
  );
}
