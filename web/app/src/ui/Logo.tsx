/** The sign: an open eye whose iris is a speech bubble, in the colour of the text around it. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="currentColor" aria-hidden="true">
      <path
        fillRule="evenodd"
        d="M16 5.5c6.7 0 11.7 4 14.6 9.4a2.3 2.3 0 0 1 0 2.2C27.7 22.5 22.7 26.5 16 26.5S4.3 22.5 1.4 17.1a2.3 2.3 0 0 1 0-2.2C4.3 9.5 9.3 5.5 16 5.5Zm0 3C10.5 8.5 6.5 11.7 4.1 16c2.4 4.3 6.4 7.5 11.9 7.5s9.5-3.2 11.9-7.5C25.5 11.7 21.5 8.5 16 8.5Z"
      />
      <path d="M16 10.2a5.8 5.8 0 1 1-2.9 10.82l-2.66.72a.6.6 0 0 1-.73-.73l.72-2.66A5.8 5.8 0 0 1 16 10.2Z" />
    </svg>
  );
}
