const paths = {
  runs: 'M2 12.5 5.5 8l3 2.5L14 4M2 2v12h12',
  models: 'm8 1.8 5.5 3.1v6.2L8 14.2l-5.5-3.1V4.9zM2.6 5 8 8l5.4-3M8 8v6',
  metadata: 'M3 2.5h10M3 2.5v11h4M3 8h4M9.5 8H13M9.5 13.5H13',
  trash: 'M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.7 9h6.6l.7-9M6.7 7v4M9.3 7v4',
  close: 'm4 4 8 8M12 4l-8 8',
  check: 'm3 8.5 3.2 3.2L13 4.5',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  down: 'm4 6 4 4 4-4',
  right: 'm6 4 4 4-4 4',
  up: 'm4 10 4-4 4 4',
  left: 'm10 4-4 4 4 4',
  plus: 'M8 3v10M3 8h10',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.4 10.4 14 14',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  eyeOff: 'M2 2l12 12M6.3 3.8A7 7 0 0 1 8 3.5c4 0 6.5 4.5 6.5 4.5a12 12 0 0 1-2 2.5M4 5a12 12 0 0 0-2.5 3S4 12.5 8 12.5a6.6 6.6 0 0 0 3-.7',
  fullScreen: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  table: 'M2 3h12v10H2zM2 6.5h12M6.5 6.5V13',
  download: 'M8 2v8.5M4.5 7.5 8 11l3.5-3.5M2.5 13.5h11',
  more: 'M8 3.2v.1M8 8v.1M8 12.8v.1',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  pin: 'M5.5 2h5M6.5 2v4.5L4.5 9h7l-2-2.5V2M8 9v5',
  compare: 'M2.5 2.5h4.5v11H2.5zM9 2.5h4.5v11H9z',
  help: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM6 6.2a2 2 0 1 1 2.6 1.9c-.4.2-.6.5-.6 1v.3M8 11.6v.1',
  edit: 'm2.5 13.5.6-3 7.6-7.6 2.4 2.4-7.6 7.6zM9.4 4.2l2.4 2.4',
  link: 'M6.5 9.5l3-3M7 4.6l1.3-1.3a3.1 3.1 0 0 1 4.4 4.4L11.4 9M9 11.4l-1.3 1.3a3.1 3.1 0 0 1-4.4-4.4L4.6 7',
  restore: 'M2.5 4v3.5H6M2.8 7.5a5.5 5.5 0 1 1 .4 3.5',
  fold: 'M2 2.5h12v11H2zM6 2.5v11M11 6 9 8l2 2',
};

export type IconName = keyof typeof paths;

/** An icon is decoration: the control that shows it has a name of its own. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
