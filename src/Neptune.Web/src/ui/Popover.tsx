import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

interface Props {
  label: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What opens the panel; or a place on the screen. */
  trigger?: ReactNode;
  at?: DOMRect;
  children: ReactNode;
}

/** A small panel beside its trigger or a place on the screen, for controls that are no menu. */
export function Popover({ label, open, onOpenChange, trigger, at, children }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      {at && <Radix.Anchor virtualRef={{ current: { getBoundingClientRect: () => at } }} />}
      <Radix.Portal>
        <Radix.Content className="popover" aria-label={label} align="start" sideOffset={4} collisionPadding={8}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
