import { Tabs } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate, DossierFile } from '#shared/candidates/candidate.ts';
import { formatSize } from '../../text/format.ts';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { DocumentView } from './DocumentView.tsx';
import { dossierAddress, kindOf, showingOf, type FilePlace } from './dossier-file.ts';
import { FieldsView } from './FieldsView.tsx';
import { OpenOutside } from './OpenOutside.tsx';
import { ViewerFrame } from './ViewerFrame.tsx';
import './dossier-pane.css';

type FileViewProps = {
  readonly file: DossierFile;
  readonly place: FilePlace;
  readonly startPage: number;
  readonly onPage: (page: number) => void;
};

function FileView({ file, place, startPage, onPage }: FileViewProps) {
  const { t } = useTranslation('expert');
  const show = showingOf(file);
  if (show === 'document') return <DocumentView file={file} place={place} />;
  if (show === 'none')
    return (
      <EmptyState
        title={t('dossier.cannotShow', { name: file.name })}
        hint={t('dossier.cannotShowHint', { size: formatSize(file.size), kind: t(`dossier.kinds.${kindOf(file)}`) })}
        action={<OpenOutside place={place} />}
      />
    );
  return <ViewerFrame address={dossierAddress(place)} file={file} show={show} startPage={startPage} onPage={onPage} />;
}

const fieldsTab = 'fields';

/** Remembers which tab of which candidate was open, and on which page each file was left, for this sitting. */
function usePlaces(candidate: Candidate) {
  const [tabs, setTabs] = useState<ReadonlyMap<string, string>>(new Map());
  const pages = useRef(new Map<string, number>());
  const first = candidate.dossiers.find((file) => showingOf(file) !== 'none') ?? candidate.dossiers[0];
  const tab = tabs.get(candidate.id) ?? first?.sha256 ?? fieldsTab;
  const openTab = (key: string): void => setTabs((before) => new Map(before).set(candidate.id, key));
  const leavePage = useCallback((sha256: string, page: number) => void pages.current.set(sha256, page), []);
  const pageOf = useCallback((sha256: string) => pages.current.get(sha256) ?? 1, []);
  return { tab, openTab, leavePage, pageOf };
}

type DossierPaneProps = { readonly taskId: string; readonly candidate: Candidate };

/** 申报材料 of the candidate on the desk: declared facts and files, one tab each. */
export function DossierPane({ taskId, candidate }: DossierPaneProps) {
  const { t } = useTranslation('expert');
  const { tab, openTab, leavePage, pageOf } = usePlaces(candidate);
  const file = candidate.dossiers.find(({ sha256 }) => sha256 === tab);
  const onPage = useCallback((page: number) => leavePage(tab, page), [leavePage, tab]);
  const items = [
    { key: fieldsTab, label: t('dossier.fields') },
    ...candidate.dossiers.map(({ sha256, name }, index) => ({
      key: sha256,
      label: (
        <span className="dossier-tab" title={name}>
          {index + 1} {name}
        </span>
      ),
    })),
  ];
  const content =
    file === undefined ? (
      <FieldsView candidate={candidate} />
    ) : (
      <FileView
        key={`${candidate.id} ${file.sha256}`}
        file={file}
        place={{ taskId, candidateId: candidate.id, sha256: file.sha256 }}
        startPage={pageOf(file.sha256)}
        onPage={onPage}
      />
    );
  return (
    <section className="dossier" aria-label={t('dossier.title')}>
      <Tabs
        className="dossier-tabs"
        activeKey={file === undefined ? fieldsTab : tab}
        onChange={openTab}
        destroyOnHidden
        items={items.map((item) => (item.key === (file?.sha256 ?? fieldsTab) ? { ...item, children: content } : item))}
      />
    </section>
  );
}
