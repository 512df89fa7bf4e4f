import { NavLink } from 'react-router';

export interface TabLink {
  to: string;
  label: string;
  /** Open only at exactly this address, which those of other tabs begin with. */
  end?: boolean;
}

/** Tabs that are links, because the URL says which of them is open. */
export function TabLinks({ label, links }: { label: string; links: readonly TabLink[] }) {
  return (
    <nav className="tab-list" aria-label={label}>
      {links.map((link) => (
        <NavLink key={link.to} to={link.to} end={link.end} className="tab">
          {link.label}
        </NavLink>
      ))}
    </nav>
  );
}
