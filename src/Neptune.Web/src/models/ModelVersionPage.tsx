export default function ModelVersionPage() {
  return null;
}
