import { Button, type ButtonProps } from 'antd';

type ToolButtonProps = Omit<ButtonProps, 'type'> & {
  readonly label: string;
  /** Shows the label beside the icon; else it is read and shown as a tool tip only. */
  readonly words?: boolean;
};

/** A quiet button of a toolbar. */
export function ToolButton({ label, words = false, ...rest }: ToolButtonProps) {
  return (
    <Button type="text" {...rest} {...(words ? {} : { 'aria-label': label, title: label })}>
      {words ? <span className="tool-word">{label}</span> : null}
    </Button>
  );
}
