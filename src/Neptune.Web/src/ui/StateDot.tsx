/** The state of a run as a dot and its word; an active one pulses. */
export function StateDot({ state, word = true }: { state: string; word?: boolean }) {
  return (
    <span className="state" data-state={state}>
      <span className="state-dot" />
      {word ? state : <span className="hidden-text">{state}</span>}
    </span>
  );
}
