/** Parcel 404 is lost. */
export function getParcel({ parameters }) {
  const { id } = parameters.path;
  return { status: 200, body: { id, place: id === 404 ? 'nowhere' : 'Lyon' } };
}
