const Icon = ({ d }: { readonly d: string }) => (
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d={d} />
  </svg>
)

export const PlayIcon = () => <Icon d="M4 2.5v11l9-5.5z" />
export const PauseIcon = () => <Icon d="M4 3h3v10H4zM9 3h3v10H9z" />
export const StepIcon = () => <Icon d="M3 2.5v11l7-5.5zM11 3h2v10h-2z" />
export const RestartIcon = () => <Icon d="M8 3V.8L4.2 4 8 7.200V5a4 4 0 1 1-4 4H2.200A5.8 5.8 0 1 0 8 3z" />
export const CheckIcon = () => <Icon d="M6.5 12.5 2 8l1.4-1.4 3.1 3.100L12.6 3.5 14 4.900z" />
export const AlarmIcon = () => <Icon d="M8 1 15.5 14.500H.5zM7.2 6v4.200h1.600V6zm0 5.400V13h1.600v-1.600z" />
export const CloseIcon = () => (
  <Icon d="M4.2 3 8 6.8 11.8 3 13 4.2 9.2 8l3.8 3.8-1.2 1.200L8 9.2 4.2 13 3 11.8 6.8 8 3 4.200z" />
)
export const LockIcon = () => <Icon d="M5 7V5a3 3 0 0 1 6 0v2h1v6H4V7zm1.5 0h3V5a1.5 1.5 0 0 0-3 0z" />
