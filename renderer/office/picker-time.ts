import dayjs, { type Dayjs } from 'dayjs';
import { formatTime } from '#shared/base/ids.ts';

/** A stored time (RFC 3339 UTC) as a date picker's value, which shows local time. */
export function toPicker(time: string | null): Dayjs | null {
  return time === null ? null : dayjs(time);
}

/** A date picker's value as a stored time: whole minutes, so that what is shown is what is kept. */
export function fromPicker(value: Dayjs | null): string | null {
  return value === null ? null : formatTime(value.startOf('minute').valueOf());
}
