import { downloadUrl } from '../run/files/fileAddress';
import type { TabProps } from '../run/ObjectPage';
import { Facts } from '../run/overview/Facts';
import { fieldOf } from '../ui/fields';
import { formatSize } from '../ui/format';
import { Icon } from '../ui/Icon';
import { ProductionMetrics } from './ProductionMetrics';
import { StageHistory } from './StageHistory';
import { Usages } from './Usages';
import { modelFileOf } from './usage';

/** What is to be known of a version before it goes into use, and how it does. */
export function VersionOverview({ project, row }: TabProps) {
  const path = modelFileOf(row);
  const size = path === undefined ? undefined : fieldOf(row, path)?.size;
  return (
    <div className="overview">
      <div className="overview-part">
        <Facts project={project} row={row} />
        {path !== undefined && (
          <a className="button" href={downloadUrl({ project, id: row.id, path })}>
            <Icon name="download" />
            Download {path}
            {size !== undefined && <span className="muted">{formatSize(size)}</span>}
          </a>
        )}
        <StageHistory project={project} version={row} />
        <Usages project={project} row={row} />
      </div>
      <ProductionMetrics project={project} row={row} />
    </div>
  );
}
