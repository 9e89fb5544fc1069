import { Component, type ReactNode } from "react";
import { BrokenPage } from "./BrokenPage.tsx";

/** Shows a page instead of nothing when a component threw; React reports the error itself. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override state = { isBroken: false };

  override render(): ReactNode {
    return this.state.isBroken ? <BrokenPage /> : this.props.children;
  }
}
