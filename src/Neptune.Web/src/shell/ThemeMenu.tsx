import { useState } from 'react';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Menu, MenuItem } from '../ui/Menu';
import { applyTheme, savedTheme, type Theme } from './theme';

const themes: [Theme, string][] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

export function ThemeMenu() {
  const [theme, setTheme] = useState(savedTheme);
  return (
    <Menu
      trigger={
        <Button look="plain" size="icon" aria-label="Colours" title="Colours">
          <Icon name="sun" />
        </Button>
      }
    >
      {themes.map(([value, label]) => (
        <MenuItem
          key={value}
          onSelect={() => {
            applyTheme(value);
            setTheme(value);
          }}
        >
          {theme === value ? <Icon name="check" /> : <span className="icon-space" />}
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
