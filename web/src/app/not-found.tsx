import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Empty } from '../parts/notices.tsx'

export function NotFound(): ReactNode {
  return (
    <main className="main one">
      <Empty title="There is no such page" why="The address names none of the views.">
        <Link className="button" to="/stories">
          Go to the stories
        </Link>
      </Empty>
    </main>
  )
}
