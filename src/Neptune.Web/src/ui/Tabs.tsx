import { NavLink } from 'react-router';

export interface TabLink {
  /** Relative to the page; "" is the page's own. */
  to: string;
  label: string;
}

/** Tabs that are links, because the URL says which of them is open. */
export function TabLinks({ label, links }: { label: string; links: readonly TabLink[] }) {
  return (
    <nav className="tab-list" aria-label={label}>
      {links.map((link) => (
        <NavLink key={link.to} to={link.to} end={link.to === ''} className="tab">
          {link.label}
        </NavLink>
      ))}
    </nav>
  );
}
