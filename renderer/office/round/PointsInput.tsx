import { InputNumber } from 'antd';

type NumberInputProps = {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min?: number;
  readonly max?: number;
};

/** Points as people write them (10.5); `value`, `min` and `max` are hundredths. An emptied field keeps its last value. */
export function PointsInput({ label, value, onChange, min = 0, max = 1_000_000 }: NumberInputProps) {
  return (
    <InputNumber
      aria-label={label}
      className="round-number"
      controls={false}
      value={value / 100}
      min={min / 100}
      max={max / 100}
      onChange={(points) => {
        if (points !== null) onChange(Math.round(points * 100));
      }}
    />
  );
}

/** A whole number; an emptied field keeps its last value. */
export function CountInput({ label, value, onChange, min = 0, max = 100_000 }: NumberInputProps) {
  return (
    <InputNumber
      aria-label={label}
      className="round-number"
      controls={false}
      value={value}
      min={min}
      max={max}
      precision={0}
      onChange={(count) => {
        if (count !== null) onChange(count);
      }}
    />
  );
}

type OptionalInputProps = Omit<NumberInputProps, 'value' | 'onChange'> & {
  readonly value: number | null;
  readonly placeholder: string;
  readonly onChange: (value: number | null) => void;
};

/** A whole number or nothing. */
export function OptionalCountInput({
  label,
  value,
  placeholder,
  onChange,
  min = 0,
  max = 100_000,
}: OptionalInputProps) {
  return (
    <InputNumber
      aria-label={label}
      className="round-number"
      controls={false}
      value={value}
      min={min}
      max={max}
      precision={0}
      placeholder={placeholder}
      onChange={onChange}
    />
  );
}

/** Points in hundredths or nothing. */
export function OptionalPointsInput({ value, onChange, ...rest }: OptionalInputProps) {
  return (
    <InputNumber
      aria-label={rest.label}
      className="round-number"
      controls={false}
      value={value === null ? null : value / 100}
      min={0}
      max={10_000}
      placeholder={rest.placeholder}
      onChange={(points) => onChange(points === null ? null : Math.round(points * 100))}
    />
  );
}
