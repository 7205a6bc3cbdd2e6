/** Places and routes as GeoJSON (RFC 7946), which QGIS, Leaflet and others read. */

export interface PointFeature {
  readonly id: string
  readonly longitude: number
  readonly latitude: number
  readonly properties: Readonly<Record<string, string | number>>
}

export interface LineFeature {
  readonly from: PointFeature
  readonly to: PointFeature
  readonly properties: Readonly<Record<string, string | number>>
}

/** The file as text. */
export function geojson(points: readonly PointFeature[], lines: readonly LineFeature[]): string {
  const position = ({ longitude, latitude }: PointFeature) => [longitude, latitude]
  const features = [
    ...points.map((point) => ({
      type: 'Feature',
      id: point.id,
      geometry: { type: 'Point', coordinates: position(point) },
      properties: point.properties,
    })),
    ...lines.map(({ from, to, properties }) => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: [position(from), position(to)] },
      properties,
    })),
  ]
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`
}
