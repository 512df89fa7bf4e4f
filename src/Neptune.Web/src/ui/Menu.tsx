import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';

interface Props {
  trigger: ReactNode;
  align?: 'start' | 'end';
  children: ReactNode;
}

/** A menu of actions; not modal, because a modal one would put a style element into the page, which its policy forbids. */
export function Menu({ trigger, align = 'start', children }: Props) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align={align} sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface ItemProps {
  look?: 'bad';
  disabled?: boolean;
  children: ReactNode;
  onSelect: () => void;
}

export function MenuItem({ look, ...rest }: ItemProps) {
  return <DropdownMenu.Item className="menu-item" data-look={look} {...rest} />;
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="menu-label">{children}</DropdownMenu.Label>;
}

export function MenuLine() {
  return <DropdownMenu.Separator className="menu-line" />;
}
