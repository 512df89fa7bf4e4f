import { Button } from './Button';
import { copyText } from './clipboard';
import { Icon } from './Icon';

/** `label` names what is copied: "Copy the path". */
export function CopyButton({ text, label }: { text: string; label: string }) {
  return (
    <Button look="plain" size="icon" aria-label={label} title={label} onClick={() => void copyText(text)}>
      <Icon name="copy" />
    </Button>
  );
}
