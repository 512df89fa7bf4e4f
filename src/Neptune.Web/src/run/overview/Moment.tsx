import { formatTime } from '../../ui/format';

/** A moment in the reader's time zone; its title is the exact one. */
export function Moment({ time }: { time: string }) {
  return (
    <time dateTime={time} title={time}>
      {formatTime(time)}
    </time>
  );
}
