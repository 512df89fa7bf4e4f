import { Button } from './Button';
import { Icon } from './Icon';
import { closeToast, useToasts } from './toast';

export function Toasts() {
  const toasts = useToasts();
  return (
    <ul className="toasts" aria-live="polite" aria-label="Messages">
      {toasts.map((one) => (
        <li key={one.id} className="toast" data-kind={one.kind}>
          <div className="grow">
            <p>{one.text}</p>
            {one.detail && <p className="muted">{one.detail}</p>}
          </div>
          <Button look="plain" size="icon" aria-label="Close the message" onClick={() => closeToast(one.id)}>
            <Icon name="close" />
          </Button>
        </li>
      ))}
    </ul>
  );
}
