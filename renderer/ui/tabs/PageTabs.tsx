import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import './page-tabs.css';

type PageTabsProps<Key extends string> = {
  readonly active: Key;
  readonly onChange: (key: Key) => void;
  readonly tabs: readonly { readonly key: Key; readonly label: string; readonly content: ReactNode }[];
  readonly className?: string;
};

/** Parts of a page under tabs; the open one takes the rest of the page's height. */
export function PageTabs<Key extends string>({ active, onChange, tabs, className = '' }: PageTabsProps<Key>) {
  return (
    <Tabs
      classNames={{
        root: `page-tabs ${className}`,
        header: 'page-tabs-head',
        body: 'page-tabs-body',
        content: 'page-tab',
      }}
      activeKey={active}
      onChange={(key) => {
        const tab = tabs.find((each) => each.key === key);
        if (tab !== undefined) onChange(tab.key);
      }}
      destroyOnHidden
      items={tabs.map(({ key, label, content }) => ({ key, label, children: content }))}
    />
  );
}
