import ColumnWidthOutlined from '@ant-design/icons/es/icons/ColumnWidthOutlined';
import DownOutlined from '@ant-design/icons/es/icons/DownOutlined';
import LeftOutlined from '@ant-design/icons/es/icons/LeftOutlined';
import MinusOutlined from '@ant-design/icons/es/icons/MinusOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import ReadOutlined from '@ant-design/icons/es/icons/ReadOutlined';
import RedoOutlined from '@ant-design/icons/es/icons/RedoOutlined';
import RightOutlined from '@ant-design/icons/es/icons/RightOutlined';
import UpOutlined from '@ant-design/icons/es/icons/UpOutlined';
import { Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Showing, ViewerState } from '../../bridge/viewer-messages.ts';
import { ToolButton } from './ToolButton.tsx';
import type { ViewerLink } from './viewer-link.ts';

type ToolsProps = { readonly link: ViewerLink };

/** 12 / 86: the number can be typed over. */
function PageTools({ link, page, pages }: ToolsProps & Pick<ViewerState, 'page' | 'pages'>) {
  const { t } = useTranslation('expert');
  const [typed, setTyped] = useState<string | null>(null);
  const goTo = (wanted: number): void => link.send({ do: 'go', page: wanted });
  const go = (): void => {
    const wanted = Number(typed?.normalize('NFKC'));
    if (typed !== null && Number.isFinite(wanted) && wanted > 0) goTo(wanted);
    setTyped(null);
  };
  return (
    <span className="tool-group">
      <ToolButton label={t('dossier.previousPage')} icon={<LeftOutlined />} onClick={() => goTo(page - 1)} />
      <input
        className="tool-page"
        inputMode="numeric"
        aria-label={t('dossier.page')}
        value={typed ?? String(page)}
        onChange={({ target }) => setTyped(target.value)}
        onFocus={({ target }) => target.select()}
        onBlur={go}
        onKeyDown={(event) => event.key === 'Enter' && go()}
      />
      <span className="tool-text">/ {pages}</span>
      <ToolButton label={t('dossier.nextPage')} icon={<RightOutlined />} onClick={() => goTo(page + 1)} />
    </span>
  );
}

function FindTools({ link, found }: ToolsProps & Pick<ViewerState, 'found'>) {
  const { t } = useTranslation(['expert', 'common']);
  const [query, setQuery] = useState('');
  const find = (text: string, again: 'next' | 'previous' | null): void => link.send({ do: 'find', query: text, again });
  const change = (text: string): void => {
    setQuery(text);
    find(text, null);
  };
  return (
    <search className="tool-group">
      <input
        type="search"
        className="tool-find"
        data-dossier-search
        placeholder={t('dossier.find')}
        aria-label={t('dossier.find')}
        value={query}
        onChange={({ target }) => change(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey) find(query, event.shiftKey ? 'previous' : 'next');
          if (event.key === 'Escape') change('');
        }}
      />
      {query !== '' && (
        <>
          <output className="tool-text">{found === null ? '…' : `${found.current} / ${found.total}`}</output>
          <ToolButton label={t('dossier.findPrevious')} icon={<UpOutlined />} onClick={() => find(query, 'previous')} />
          <ToolButton label={t('dossier.findNext')} icon={<DownOutlined />} onClick={() => find(query, 'next')} />
        </>
      )}
    </search>
  );
}

function Bookmarks({ link, bookmarks }: ToolsProps & Pick<ViewerState, 'bookmarks'>) {
  const { t } = useTranslation('expert');
  if (bookmarks.length === 0) return null;
  const items = bookmarks.map(({ title, depth, page }, index) => ({
    key: String(index),
    label: <span style={{ paddingInlineStart: `${depth}em` }}>{title}</span>,
    disabled: page === null,
  }));
  return (
    <Dropdown
      trigger={['click']}
      placement="topRight"
      menu={{
        items,
        className: 'pdf-bookmarks',
        onClick: ({ key }) => {
          const page = bookmarks[Number(key)]?.page;
          if (page !== undefined && page !== null) link.send({ do: 'go', page });
        },
      }}
    >
      <ToolButton label={t('dossier.bookmarks')} icon={<ReadOutlined />} words />
    </Dropdown>
  );
}

function ZoomTools({ link, scale }: ToolsProps & Pick<ViewerState, 'scale'>) {
  const { t } = useTranslation('expert');
  return (
    <span className="tool-group">
      <ToolButton
        label={t('dossier.smaller')}
        icon={<MinusOutlined />}
        onClick={() => link.send({ do: 'zoom', way: -1 })}
      />
      <span className="tool-text tool-scale">{Math.round(scale * 100)}%</span>
      <ToolButton
        label={t('dossier.larger')}
        icon={<PlusOutlined />}
        onClick={() => link.send({ do: 'zoom', way: 1 })}
      />
      <ToolButton label={t('dossier.fit')} icon={<ColumnWidthOutlined />} onClick={() => link.send({ do: 'fit' })} />
      <ToolButton label={t('dossier.turn')} icon={<RedoOutlined />} onClick={() => link.send({ do: 'turn' })} />
    </span>
  );
}

/** Page, zoom, search and bookmarks of a PDF; zoom of a picture; nothing for text. */
export function ViewerToolbar({ link, show }: ToolsProps & { readonly show: Showing }) {
  const { t } = useTranslation('expert');
  const { state, page, pages, scale, found, bookmarks } = useStore(link.store);
  if (state !== 'ready' || show === 'text') return null;
  return (
    <div className="dossier-tools" role="toolbar" aria-label={t('dossier.tools')}>
      {show === 'pdf' && <PageTools link={link} page={page} pages={pages} />}
      <ZoomTools link={link} scale={scale} />
      {show === 'pdf' && <FindTools link={link} found={found} />}
      {show === 'pdf' && <Bookmarks link={link} bookmarks={bookmarks} />}
    </div>
  );
}
