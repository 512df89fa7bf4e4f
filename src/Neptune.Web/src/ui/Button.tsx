import type { ButtonHTMLAttributes } from 'react';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'main' | 'plain' | 'bad';
  size?: 'small' | 'icon';
  ref?: React.Ref<HTMLButtonElement>;
}

export function Button({ look, size, className = '', ...rest }: Props) {
  return <button type="button" className={`button ${className}`} data-look={look} data-size={size} {...rest} />;
}
